package cn.wufei.exchange.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Argon2id with the parameters that OWASP recommends (19 MiB, 2 passes, 1 lane), stored in the PHC
/// string form that names them, so that they can grow later. Only so many are computed at once that
/// their memory stays bounded.
@Singleton
class Passwords {

  static final int MEMORY_KIB = 19 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final Argon2Function argon2;
  private final Semaphore places;
  private final String nobodysHash;

  /// @param memoryKib less than the recommended is for tests, which sign up thousands
  Passwords(
      @Value("${wufei.passwords.parallel-max:4}") int parallelMax,
      @Value("${wufei.passwords.memory-kib:" + MEMORY_KIB + "}") int memoryKib) {
    if (memoryKib < MEMORY_KIB) {
      LOG.warn(
          "Passwords are kept with {} KiB instead of the recommended {}", memoryKib, MEMORY_KIB);
    }
    this.argon2 = Argon2Function.getInstance(memoryKib, PASSES, LANES, HASH_BYTES, Argon2.ID);
    this.places = new Semaphore(parallelMax);
    this.nobodysHash = hashOf(Secrets.next());
  }

  String hashOf(String password) {
    return inPlace(
        () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult());
  }

  /// Whether the password is the one behind the hash. Without a hash it does the same work and says
  /// no, so that the time taken does not tell which logins exist.
  boolean matches(String password, @Nullable String hash) {
    String against = hash == null ? nobodysHash : hash;
    boolean same =
        inPlace(() ->
            Password.check(password, against).with(Argon2Function.getInstanceFromHash(against)));
    return same && hash != null;
  }

  private <T> T inPlace(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
