#include "ui/widgets/avatar.hpp"

#include <gtest/gtest.h>

namespace portal::ui {
namespace {

TEST(Initials, AreThoseOfFirstAndFamilyName) {
    EXPECT_EQ(initials_of("Johanna van Vliet"), "JV");
    EXPECT_EQ(initials_of("Jasmijn Visser-de Boer"), "JV");
    EXPECT_EQ(initials_of("Jan van der Berg"), "JB");
    EXPECT_EQ(initials_of("Łukasz Żak"), "ŁŻ");
}

TEST(Initials, MakeDoWithWhatThereIs) {
    EXPECT_EQ(initials_of("Noor"), "N");
    EXPECT_EQ(initials_of("noor"), "N");
    EXPECT_EQ(initials_of(""), "");
}

}  // namespace
}  // namespace portal::ui
