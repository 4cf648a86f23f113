/// The database before anybody uses it: brings its tables to this version, gives the application's
/// user its rights on each of them, and refuses a user who may do more.
@NullMarked
package cn.wufei.exchange.schema;

import org.jspecify.annotations.NullMarked;
