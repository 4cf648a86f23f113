/// Tests of the feature on the real database and index.
@NullMarked
package cn.wufei.exchange.searchfeed;

import org.jspecify.annotations.NullMarked;
