/// A firm lets another one, such as its group company or a broker, act for it: within a scope, for
/// some days, until either ends it. What is done so is recorded with who did it and for whom, and
/// nobody acts on both sides of one matter.
///
/// Owns `delegation_delegation` and `delegation_step`.
@NullMarked
package cn.wufei.exchange.delegation;

import org.jspecify.annotations.NullMarked;
