package cn.wufei.verify;

/// From long keys to small places, by open addressing in two arrays: a map of boxed values would
/// take six times the memory.
final class LongIndex {

  static final int ABSENT = -1;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[1 << 10];

  /// Place plus one; zero is an empty slot.
  private int[] places = new int[1 << 10];

  private int size;

  /// Adds a key; whether it was not there yet.
  boolean add(long key, int place) {
    if (size >= keys.length / 3 * 2) {
      grow();
    }
    int slot = slotOf(key);
    if (places[slot] != 0) {
      return false;
    }
    keys[slot] = key;
    places[slot] = place + 1;
    size++;
    return true;
  }

  int find(long key) {
    return places[slotOf(key)] - 1;
  }

  private int slotOf(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * GOLDEN) >>> Long.numberOfLeadingZeros(mask));
    while (places[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldPlaces = places;
    keys = new long[oldKeys.length * 2];
    places = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldPlaces[i] != 0) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        places[slot] = oldPlaces[i];
      }
    }
  }
}
