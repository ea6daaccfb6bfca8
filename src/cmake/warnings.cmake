# Warnings are errors, in our own code only: third-party headers are SYSTEM includes.
add_library(portal_warnings INTERFACE)
target_compile_options(portal_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Werror
  -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-align -Wcast-qual -Wdouble-promotion
  -Wnon-virtual-dtor -Woverloaded-virtual -Wformat=2 -Wimplicit-fallthrough -Wnull-dereference -Wundef -Wunused)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(portal_warnings INTERFACE -Wduplicated-cond -Wduplicated-branches -Wlogical-op)
  # GCC 12 reports these inside libstdc++'s own strings and vectors once it inlines them; Clang, which compiles the same
  # files for the browser, has no such false alarms.
  target_compile_options(portal_warnings INTERFACE
    -Wno-null-dereference -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds
    -Wno-maybe-uninitialized)
endif()

# What the browser can afford: no exceptions and no run-time types. Native builds of the client's layers obey as well, so
# that the rule is checked where the tests run.
add_library(portal_client_rules INTERFACE)
target_compile_options(portal_client_rules INTERFACE -fno-exceptions -fno-rtti)
