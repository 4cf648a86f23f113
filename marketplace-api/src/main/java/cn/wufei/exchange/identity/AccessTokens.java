package cn.wufei.exchange.identity;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.kernel.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;

/// Issues the short-lived tokens that go with every request.
@Singleton
class AccessTokens {

  static final String ORGANISATION = "org";
  static final String ROLE = "role";
  static final String SESSION = "sid";

  /// When it runs out, in seconds since 1970, for our own use; the registered claim is read back as
  /// a `java.util.Date`.
  static final String UNTIL = "until";

  /// Which key it was, where a program came with one; no access token says it.
  static final String KEY = "key";

  private static final String ROLES = "roles";
  private static final String ISSUED_AT = "iat";
  private static final String EXPIRES_AT = "exp";

  private final SignatureGeneratorConfiguration signature;
  private final SessionSettings settings;

  AccessTokens(
      @Named(JwtSignature.NAME) SignatureGeneratorConfiguration signature,
      SessionSettings settings) {
    this.signature = signature;
    this.settings = settings;
  }

  AccessToken issue(Member member, Id sessionId, Instant now) {
    Instant expiresAt = now.plus(settings.accessTokenLifetime());
    Role role = Role.ofCode(member.role());
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject(member.id().toString())
            .claim(ORGANISATION, member.organisationId().toString())
            .claim(ROLE, role.code())
            .claim(ROLES, role.grantedCodes())
            .claim(SESSION, sessionId.toString())
            .claim(ISSUED_AT, now.getEpochSecond())
            .claim(EXPIRES_AT, expiresAt.getEpochSecond())
            .claim(UNTIL, expiresAt.getEpochSecond())
            .build();
    try {
      return new AccessToken(signature.sign(claims).serialize(), expiresAt);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  record AccessToken(String text, Instant expiresAt) {}
}
