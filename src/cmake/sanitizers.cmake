# Address and undefined-behaviour checks of native builds; every finding ends the program.
add_library(portal_sanitizers INTERFACE)
if(PORTAL_SANITIZE AND NOT EMSCRIPTEN)
  # 'vptr' needs run-time types, which the client's layers are compiled without.
  set(checks -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all)
  target_compile_options(portal_sanitizers INTERFACE ${checks} -fno-omit-frame-pointer)
  target_link_options(portal_sanitizers INTERFACE ${checks})
  target_compile_definitions(portal_sanitizers INTERFACE _GLIBCXX_ASSERTIONS)
  if(PORTAL_FUZZ)
    target_compile_options(portal_sanitizers INTERFACE -fsanitize=fuzzer-no-link)
  endif()
endif()
