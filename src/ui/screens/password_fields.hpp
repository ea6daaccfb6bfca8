#pragma once

#include "ui/core/ui.hpp"

namespace portal::ui {

/// The e-mail address that the password belongs to, for password managers and for who has several.
void password_owner(Ui& ui, Column& column);

/// The field for the present password.
void present_password(Ui& ui, Column& column);

/// The field for a new password, with its rule and its strength.
void new_password(Ui& ui, Column& column);

/// Why it was not saved, and the button that saves it.
void save_password(Ui& ui, Column& column);

}  // namespace portal::ui
