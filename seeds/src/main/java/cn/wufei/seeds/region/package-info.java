/// A region of firms with what they sell and seek, drawn from a seed: as large as one likes, the
/// same whenever it is drawn, and published through the API like anybody's data. Benchmarks and the
/// quality gate of the matcher run on it.
@NullMarked
package cn.wufei.seeds.region;

import org.jspecify.annotations.NullMarked;
