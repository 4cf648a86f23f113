/// What several lots make together: the mixtures that meet a demand which no single lot meets.
/// Pure; the linear programmes are solved by a library.
@NullMarked
package cn.wufei.exchange.matching.blend;

import org.jspecify.annotations.NullMarked;
