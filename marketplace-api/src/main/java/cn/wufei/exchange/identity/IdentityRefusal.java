package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Refusal;

/// Why something about organisations, members, sites, sessions or keys is not done, in the order in
/// which the reasons are checked.
enum IdentityRefusal implements Refusal {
  SIGN_IN_LOCKED(Kind.TOO_MANY, "Too many failed sign-ins; this login is locked for a while."),
  SIGN_IN_REFUSED(Kind.UNAUTHENTICATED, "The login or the password is wrong."),
  PASSWORD_WRONG(Kind.UNPROCESSABLE, "The password is wrong."),
  ORGANISATION_SUSPENDED(Kind.FORBIDDEN, "Your organisation has been suspended."),
  SESSION_ENDED(Kind.UNAUTHENTICATED, "The session has ended; sign in again."),
  BOOTSTRAP_REFUSED(Kind.FORBIDDEN, "The first operator exists already, or the secret is wrong."),
  NOT_FOR_KEYS(Kind.FORBIDDEN, "This is for people who sign in; a key cannot do it."),
  OPERATOR_ONLY(Kind.FORBIDDEN, "Only the operator may ask for this."),
  AUTHORITY_REVIEWED_BY_OPERATOR(
      Kind.FORBIDDEN, "Only the operator decides about authorities and about the platform."),
  USCC_INVALID(
      Kind.UNPROCESSABLE,
      "This is not a unified social credit code: its last character does not follow from the"
          + " others."),
  ROLE_NOT_OFFERED(
      Kind.UNPROCESSABLE, "Members of an organisation of this kind cannot have this role."),
  PLACE_OUTSIDE(
      Kind.UNPROCESSABLE,
      "In WGS-84 this point lies outside the bounds of latitude and longitude."),
  KEY_EXPIRY_OUTSIDE(
      Kind.UNPROCESSABLE, "The last day of a key lies between tomorrow and 366 days from today."),
  USCC_TAKEN(Kind.CONFLICT, "An organisation with this credit code is registered already."),
  LOGIN_TAKEN(Kind.CONFLICT, "This login is taken."),
  DECISION_NOT_APPLICABLE(
      Kind.CONFLICT, "An organisation in this status cannot be decided upon in this way."),
  MEMBER_NOT_ACTIVE(Kind.CONFLICT, "This member has been deactivated already."),
  LAST_ADMINISTRATOR(
      Kind.CONFLICT, "The last administrator cannot be deactivated; appoint another one first."),
  TOO_MANY_KEYS(
      Kind.CONFLICT, "Your organisation has as many valid keys as it may have; revoke one first."),
  KEY_ENDED(Kind.CONFLICT, "This key has expired or been revoked already.");

  private final Kind kind;
  private final String sentence;

  IdentityRefusal(Kind kind, String sentence) {
    this.kind = kind;
    this.sentence = sentence;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
