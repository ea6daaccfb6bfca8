# A compiler cache, where there is one, makes the second build of a tree (and the next tree) a matter of seconds.
if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(PORTAL_CCACHE ccache)
  if(PORTAL_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${PORTAL_CCACHE})
  endif()
endif()
