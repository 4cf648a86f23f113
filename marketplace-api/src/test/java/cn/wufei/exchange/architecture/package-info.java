/// Rules of structure, each proved on a planted violator.
@NullMarked
package cn.wufei.exchange.architecture;

import org.jspecify.annotations.NullMarked;
