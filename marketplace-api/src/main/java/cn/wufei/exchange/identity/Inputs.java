package cn.wufei.exchange.identity;

/// The bounds of what people type, in characters, degrees and codes.
final class Inputs {

  static final int LOGIN_MIN = 3;
  static final int LOGIN_MAX = 80;
  static final int PASSWORD_MIN = 10;
  static final int PASSWORD_MAX = 128;
  static final int PERSON_MAX = 80;
  static final int NAME_MAX = 120;
  static final int NAME_EN_MAX = 160;
  static final int ADDRESS_MAX = 200;
  static final int NOTE_MAX = 500;
  static final int SECRET_MAX = 100;
  static final int KEY_NAME_MAX = 60;

  /// The 18 characters and some blanks around them.
  static final int USCC_TYPED_MAX = 30;

  /// The extent of China with its islands, in degrees.
  static final String LATITUDE_MIN = "3";

  static final String LATITUDE_MAX = "54";
  static final String LONGITUDE_MIN = "73";
  static final String LONGITUDE_MAX = "136";
  static final int DEGREE_DIGITS = 3;
  static final int DEGREE_DECIMALS = 6;

  static final String LOGIN = "[a-z0-9][a-z0-9._@-]*";

  /// Six digits of GB/T 2260.
  static final String ADCODE = "[1-9][0-9]{5}";

  private Inputs() {}
}
