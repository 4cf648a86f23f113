package cn.wufei.seeds;

import java.util.Locale;

/// The unified social credit code of a Chinese organisation (GB 32100-2015): 18 characters, of
/// which the ninth to seventeenth are the organisation code (GB 11714) with a check character of
/// its own, and the last checks the whole.
public final class Uscc {

  static final int LENGTH = 18;

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int MODULUS = 31;

  private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int ORGANISATION_MODULUS = 11;
  private static final int ORGANISATION_FROM = 8;

  private Uscc() {}

  /// Whether both check characters agree with the rest.
  static boolean isValid(String code) {
    if (code.length() != LENGTH || code.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
      return false;
    }
    return code.charAt(16) == organisationCheck(code.substring(ORGANISATION_FROM, 16))
        && code.charAt(17) == check(code.substring(0, 17));
  }

  /// A code that nobody has been given, the same for the same number.
  ///
  /// @param adcode where the organisation is registered, six digits
  /// @param number 0 to 9,999,999
  public static String numbered(String adcode, int number) {
    String organisation = String.format(Locale.ROOT, "R%07d", number);
    String body = "91" + adcode + organisation + organisationCheck(organisation);
    return body + check(body);
  }

  private static char check(String body) {
    int rest = (MODULUS - weighed(body, ALPHABET, WEIGHTS) % MODULUS) % MODULUS;
    return ALPHABET.charAt(rest);
  }

  private static char organisationCheck(String body) {
    int rest =
        ORGANISATION_MODULUS
            - weighed(body, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % ORGANISATION_MODULUS;
    return switch (rest) {
      case 10 -> 'X';
      case 11 -> '0';
      default -> (char) ('0' + rest);
    };
  }

  private static int weighed(String body, String alphabet, int[] weights) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += alphabet.indexOf(body.charAt(i)) * weights[i];
    }
    return sum;
  }
}
