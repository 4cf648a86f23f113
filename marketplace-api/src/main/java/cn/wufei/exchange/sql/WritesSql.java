package cn.wufei.exchange.sql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Lets a class use jOOQ although it is called neither a store nor a view. Says why.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface WritesSql {

  String because();
}
