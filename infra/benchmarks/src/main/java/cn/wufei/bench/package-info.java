/// What the product promises of its speed, measured: `infra/bench NAME` runs one of them from
/// nothing to a line of JSON. `docs/benchmarks.md` says how and keeps the results.
@NullMarked
package cn.wufei.bench;

import org.jspecify.annotations.NullMarked;
