/// What binds a firm above a sum waits until a second person of the firm approves it. The acts
/// themselves lie in the features that know them, which answer [BindingAct].
///
/// Owns `approval_request` and `approval_decision`. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.approval;

import org.jspecify.annotations.NullMarked;
