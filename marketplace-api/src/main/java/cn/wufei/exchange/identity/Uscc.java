package cn.wufei.exchange.identity;

import java.util.Locale;

/// The unified social credit code of GB 32100-2015: 17 characters and a check character, which is
/// computed modulo 31 with the powers of 3 as weights. The alphabet leaves out I, O, S, V and Z.
final class Uscc {

  static final int LENGTH = 18;
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int MODULUS = 31;
  private static final int WEIGHT_RATIO = 3;

  private Uscc() {}

  /// The code as it is stored: without blanks around it, in capitals.
  static String normalised(String typed) {
    return typed.strip().toUpperCase(Locale.ROOT);
  }

  static boolean isValid(String code) {
    if (code.length() != LENGTH) {
      return false;
    }
    String body = code.substring(0, LENGTH - 1);
    return body.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
        && checkCharacter(body) == code.charAt(LENGTH - 1);
  }

  /// The 18th character of the code that starts with these 17.
  static char checkCharacter(String body) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < body.length(); i++) {
      sum += weight * ALPHABET.indexOf(body.charAt(i));
      weight = weight * WEIGHT_RATIO % MODULUS;
    }
    return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
  }
}
