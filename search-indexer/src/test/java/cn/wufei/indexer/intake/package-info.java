@NullMarked
package cn.wufei.indexer.intake;

import org.jspecify.annotations.NullMarked;
