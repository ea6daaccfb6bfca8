#include "bench/core/big_family.hpp"

#include <emscripten.h>

/// What tests/bench/verdicts.mjs measures in a browser.
extern "C" {

/// Works out a month of verdicts `times` times. Returns how many actions are allowed in it.
EMSCRIPTEN_KEEPALIVE int work_out_months(int times) {
    static const portal::bench::BigFamily big;
    int allowed = 0;
    for (int i = 0; i < times; ++i) {
        allowed = portal::bench::month_of_verdicts(big);
    }
    return allowed;
}
}

int main() {
    return 0;
}
