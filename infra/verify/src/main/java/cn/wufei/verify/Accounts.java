package cn.wufei.verify;

import java.util.Arrays;

/// What is known of the accounts that were met so far, in arrays by their place: the account's
/// number less one. Five million of them take about 350 MB.
final class Accounts {

  private final LongIndex index = new LongIndex();
  private int size;
  private long[] ids = new long[1 << 10];
  private byte[] units = new byte[1 << 10];
  private boolean[] limited = new boolean[1 << 10];

  /// The block that closed the account, or zero.
  private long[] closedIn = new long[1 << 10];

  private long[] debits = new long[1 << 10];
  private long[] credits = new long[1 << 10];

  int size() {
    return size;
  }

  /// Adds the account of the next number; whether its id was not there yet.
  boolean add(long id, byte unit, boolean isLimited) {
    if (size == ids.length) {
      grow(size + size / 2);
    }
    ids[size] = id;
    units[size] = unit;
    limited[size] = isLimited;
    return index.add(id, size++);
  }

  /// The place of an account, or [LongIndex#ABSENT].
  int find(long id) {
    return index.find(id);
  }

  static long numberAt(int place) {
    return place + 1L;
  }

  long idAt(int place) {
    return ids[place];
  }

  byte unitAt(int place) {
    return units[place];
  }

  boolean isLimited(int place) {
    return limited[place];
  }

  long closedIn(int place) {
    return closedIn[place];
  }

  void close(int place, long block) {
    closedIn[place] = block;
  }

  long debitAt(int place) {
    return debits[place];
  }

  long creditAt(int place) {
    return credits[place];
  }

  long heldAt(int place) {
    return debits[place] - credits[place];
  }

  /// @throws ArithmeticException when no total can be that large
  void debit(int place, long amount) {
    debits[place] = Math.addExact(debits[place], amount);
  }

  /// @throws ArithmeticException when no total can be that large
  void credit(int place, long amount) {
    credits[place] = Math.addExact(credits[place], amount);
  }

  private void grow(int capacity) {
    ids = Arrays.copyOf(ids, capacity);
    units = Arrays.copyOf(units, capacity);
    limited = Arrays.copyOf(limited, capacity);
    closedIn = Arrays.copyOf(closedIn, capacity);
    debits = Arrays.copyOf(debits, capacity);
    credits = Arrays.copyOf(credits, capacity);
  }
}
