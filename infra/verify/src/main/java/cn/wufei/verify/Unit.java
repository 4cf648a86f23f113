package cn.wufei.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The units that are counted in. They are compared by their place in a list, since there are
/// millions to compare.
final class Unit {

  /// The place of a unit that is none of them.
  static final byte UNKNOWN = -1;

  private static final List<String> CODES = List.of("commitment-kg", "mass-kg", "money-fen");
  private static final byte[][] BYTES =
      CODES.stream().map(code -> code.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);

  private Unit() {}

  static int count() {
    return BYTES.length;
  }

  static byte placeOf(byte[] code) {
    for (byte place = 0; place < BYTES.length; place++) {
      if (Arrays.equals(BYTES[place], code)) {
        return place;
      }
    }
    return UNKNOWN;
  }

  static byte placeOf(String code) {
    return placeOf(code.getBytes(StandardCharsets.UTF_8));
  }

  static String codeAt(int place) {
    return place == UNKNOWN ? "unknown" : CODES.get(place);
  }
}
