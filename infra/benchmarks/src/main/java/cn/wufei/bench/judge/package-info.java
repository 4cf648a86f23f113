/// Judges every pair of a region by itself: written from `docs/matching.md` and the files of the
/// catalog alone, without the matcher's code or index, so that the two can disagree.
@NullMarked
package cn.wufei.bench.judge;

import org.jspecify.annotations.NullMarked;
