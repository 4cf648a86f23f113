/// Organisations, their members and sites, and the sessions in which members act. Every other
/// feature asks here who somebody is, by [cn.wufei.exchange.identity.Organisations], and takes the
/// [cn.wufei.exchange.kernel.Caller] of a request from here.
///
/// Owns `identity_organisation`, `identity_member`, `identity_site`, `identity_session`,
/// `identity_refresh_token`, `identity_sign_in_guard` and `identity_bootstrap`. Publishes and
/// consumes no event.
@NullMarked
package cn.wufei.exchange.identity;

import org.jspecify.annotations.NullMarked;
