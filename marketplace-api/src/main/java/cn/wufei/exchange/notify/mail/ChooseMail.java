package cn.wufei.exchange.notify.mail;

import cn.wufei.exchange.identity.Organisations;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.LocalCalendar;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.notify.NoticeTopic;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A member says where mail goes and what is wanted by mail. An address counts once the member has
/// shown to read what is sent there.
@Singleton
class ChooseMail {

  static final Duration CODE_LIFE = Duration.ofHours(1);

  private static final Duration BETWEEN_CODES = Duration.ofMinutes(1);

  /// Fifty bits, which nobody guesses in an hour.
  private static final int CODE_LENGTH = 10;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final AddressStore addresses;
  private final MailStore mails;
  private final MailText text;
  private final Organisations organisations;
  private final MailSettings settings;
  private final Clock clock;

  ChooseMail(
      AddressStore addresses,
      MailStore mails,
      MailText text,
      Organisations organisations,
      MailSettings settings,
      Clock clock) {
    this.addresses = addresses;
    this.mails = mails;
    this.text = text;
    this.organisations = organisations;
    this.settings = settings;
    this.clock = clock;
  }

  NoticeSettings show(Caller caller) {
    AddressStore.Row row = addresses.find(caller.memberId());
    Map<NoticeTopic, MailWhen> wanted = addresses.preferences(caller.memberId());
    return new NoticeSettings(
        settings.isOn(),
        row == null || row.isForgotten()
            ? null
            : new NoticeSettings.Address(row.address(), row.language().code(), row.confirmedAt()),
        Arrays.stream(NoticeTopic.values())
            .map(topic ->
                new NoticeSettings.Topic(
                    topic.code(), wanted.getOrDefault(topic, MailWhen.NEVER).code()))
            .toList());
  }

  /// Daily mails begin with what is told from now on, where there were none before.
  Outcome<NoticeSettings> prefer(Caller caller, Map<NoticeTopic, MailWhen> wanted) {
    AddressStore.Row row = addresses.lock(caller.memberId());
    boolean hadDaily = addresses.preferences(caller.memberId()).containsValue(MailWhen.DAILY);
    addresses.prefer(caller, wanted);
    if (row != null && !hadDaily && wanted.containsValue(MailWhen.DAILY)) {
      addresses.setDigested(
          caller.memberId(),
          addresses.headOf(caller.organisationId()),
          LocalCalendar.dayOf(Instant.now(clock)));
    }
    return Outcome.done(show(caller));
  }

  /// Takes the place of an address that the member had, and sends a code there. Checked in this
  /// order: whether there is mail, the form of the address, whether a code was sent just now.
  Outcome<NoticeSettings> giveAddress(Caller caller, String address, MailLanguage language) {
    if (!settings.isOn()) {
      return Outcome.refused(MailRefusal.MAIL_OFF);
    }
    if (!AddressText.isAddress(address)) {
      return Outcome.refused(MailRefusal.MAIL_ADDRESS_INVALID, "address");
    }
    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    AddressStore.Row before = addresses.lock(caller.memberId());
    if (before != null
        && before.codeSentAt() != null
        && now.isBefore(before.codeSentAt().plus(BETWEEN_CODES))) {
      return Outcome.<NoticeSettings>refused(MailRefusal.MAIL_CODE_SENT_JUST_NOW)
          .with("retryAfterSeconds", BETWEEN_CODES.toSeconds());
    }
    String code = newCode();
    addresses.put(
        caller,
        address,
        language,
        new AddressStore.Code(hashOf(code), now, now.plus(CODE_LIFE), LocalCalendar.dayOf(now)));
    String name =
        organisations.memberNames(List.of(caller.memberId())).getOrDefault(caller.memberId(), "");
    mails.insert(caller.memberId(), address, text.ofCode(language, name, code), now);
    return Outcome.done(show(caller));
  }

  /// Checked in this order: whether there is an address, whether its code still counts, the code.
  Outcome<NoticeSettings> confirm(Caller caller, String code) {
    AddressStore.Row row = addresses.lock(caller.memberId());
    if (row == null || row.isForgotten()) {
      return Outcome.refused(MailRefusal.NO_MAIL_ADDRESS);
    }
    Instant now = Instant.now(clock);
    byte[] hash = row.codeHash();
    if (hash == null || row.codeExpiresAt() == null || !now.isBefore(row.codeExpiresAt())) {
      return Outcome.refused(MailRefusal.MAIL_CODE_OVER);
    }
    if (!MessageDigest.isEqual(hash, hashOf(code.strip().toUpperCase(Locale.ROOT)))) {
      return Outcome.refused(MailRefusal.MAIL_CODE_WRONG, "code");
    }
    addresses.confirm(caller.memberId(), now);
    return Outcome.done(show(caller));
  }

  Outcome<NoticeSettings> forget(Caller caller) {
    addresses.forget(caller.memberId());
    return Outcome.done(show(caller));
  }

  private static String newCode() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CODE_LENGTH; i++) {
      code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  private static byte[] hashOf(String code) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
