/// How the values of the kernel lie in SQL, for jOOQ and for Micronaut Data.
@NullMarked
package cn.wufei.exchange.sql;

import org.jspecify.annotations.NullMarked;
