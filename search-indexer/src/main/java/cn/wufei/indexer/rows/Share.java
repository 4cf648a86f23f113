package cn.wufei.indexer.rows;

/// The documents that fall to one of several instances: those whose id divided by `of` leaves
/// `number`. Two that disagree for a moment about how many they are send a document twice or a
/// little later, and no harm is done.
public record Share(int number, int of) {

  public static final Share ALL = new Share(0, 1);

  public Share {
    if (of < 1 || number < 0 || number >= of) {
      throw new IllegalArgumentException("no share: " + number + " of " + of);
    }
  }
}
