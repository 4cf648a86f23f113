package cn.wufei.exchange.identity;

import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/// Gives Micronaut Security the key that it checks tokens with.
@Factory
class JwtSignature {

  static final String NAME = "generator";

  @Singleton
  @Named(NAME)
  SignatureGeneratorConfiguration signature(JwtSecret secret) {
    var configuration = new SecretSignatureConfiguration(NAME);
    configuration.setSecret(secret.text());
    return new SecretSignature(configuration);
  }
}
