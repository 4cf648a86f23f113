/// Tests of the local servers. Those that start one are named `*IT`.
@NullMarked
package cn.wufei.local;

import org.jspecify.annotations.NullMarked;
