package cn.wufei.verify;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// The command `infra/verify-ledger`: ends with 0 when all holds, 1 at the first violation, 2 when
/// the check could not be made.
public final class VerifyLedger {

  static final int IN_ORDER = 0;
  static final int VIOLATED = 1;
  static final int NOT_CHECKED = 2;

  private final PrintStream out;
  private final PrintStream err;

  VerifyLedger(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(new VerifyLedger(out, err).run(arguments, System.getenv()));
  }

  /// Runs the command in this process, for tests of what writes a ledger.
  ///
  /// @return what the command would end with
  public static int check(PrintStream out, Map<String, String> environment, String... arguments) {
    return new VerifyLedger(out, out).run(arguments, environment);
  }

  int run(String[] arguments, Map<String, String> environment) {
    try {
      Arguments asked = Arguments.parse(arguments, environment);
      if (asked.url() == null) {
        checkProof(asked);
      } else {
        checkLedger(asked, asked.url());
      }
      return IN_ORDER;
    } catch (Violation e) {
      out.println("Violation: " + e.getMessage());
      return VIOLATED;
    } catch (UsageException e) {
      err.println("infra/verify-ledger: " + e.getMessage());
      return NOT_CHECKED;
    } catch (SQLException e) {
      err.println(
          "infra/verify-ledger: the database cannot be read: "
              + firstLine(Objects.requireNonNullElse(e.getMessage(), e.toString())));
      return NOT_CHECKED;
    } catch (RuntimeException | Error e) {
      // Whatever stopped the check, it has found nothing.
      err.println("infra/verify-ledger: the check could not be made: " + firstLine(e.toString()));
      return NOT_CHECKED;
    }
  }

  private void checkLedger(Arguments asked, String url)
      throws SQLException, Violation, UsageException {
    long startedAt = System.nanoTime();
    Verification.Summary found = Verification.check(asked, url);
    double seconds = (double) (System.nanoTime() - startedAt) / TimeUnit.SECONDS.toNanos(1);
    BlockHeader last = found.last();
    out.printf(
        Locale.ROOT,
        "In order: %d postings of %d transfers, %d accounts, %d blocks, in %.1f s (%d postings/s)%n",
        last.lastPosting(),
        found.transfers(),
        found.accounts(),
        last.number(),
        seconds,
        (long) (last.lastPosting() / seconds));
    out.printf("Head: block %d, hash %s%n", last.number(), last.hashText());
    if (asked.head() == null) {
      out.println(
          "Not checked: whether the end was cut or all was rewritten with the signing key; that takes an exported head (--head).");
    }
  }

  private void checkProof(Arguments asked) throws Violation, UsageException {
    if (asked.proof() == null) {
      throw new UsageException("--proof is needed");
    }
    ExportedHead head = null;
    if (asked.head() != null) {
      head = ExportedHead.read(asked.head());
      head.requireSigned(asked.trustedKeys());
    }
    out.println(Proof.read(asked.proof()).check(head, asked.trustedKeys()));
    if (asked.trustedKeys().isEmpty()) {
      out.println(
          "Not checked: whose key that is; compare its id with the published one, or give --key.");
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
