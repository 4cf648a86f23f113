/// Start-up of the exchange. Every feature is a package below this one.
@NullMarked
package cn.wufei.exchange;

import org.jspecify.annotations.NullMarked;
