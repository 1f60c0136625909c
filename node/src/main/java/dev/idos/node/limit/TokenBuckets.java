package dev.idos.node.limit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// One token bucket a key. Keys beyond a bound push out the one unused for longest, whose bucket is
/// full again when it comes back.
public final class TokenBuckets<K> {

  private static final double NANOS = 1_000_000_000.0;

  private final Rate rate;
  private final LongSupplier nanoTime;
  private final Map<K, Bucket> buckets;

  public TokenBuckets(Rate rate, int mostKeys, LongSupplier nanoTime) {
    this.rate = rate;
    this.nanoTime = nanoTime;
    this.buckets =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Bucket> eldest) {
            return size() > mostKeys;
          }
        };
  }

  /// Takes a token. Answers 0, or after how many milliseconds there will be one.
  public synchronized long take(K key) {
    Bucket bucket = refilled(key);
    if (bucket.tokens >= 1) {
      bucket.tokens--;
      return 0;
    }
    return Math.max(1, (long) Math.ceil((1 - bucket.tokens) / rate.perSecond() * 1_000));
  }

  /// Answers 0 if there is a token, or after how many milliseconds there will be one. Takes none.
  public synchronized long peek(K key) {
    if (!buckets.containsKey(key)) {
      return 0;
    }
    Bucket bucket = refilled(key);
    return bucket.tokens >= 1
        ? 0
        : Math.max(1, (long) Math.ceil((1 - bucket.tokens) / rate.perSecond() * 1_000));
  }

  synchronized int keys() {
    return buckets.size();
  }

  private Bucket refilled(K key) {
    long now = nanoTime.getAsLong();
    Bucket bucket = buckets.computeIfAbsent(key, _ -> new Bucket(rate.burst(), now));
    double grown = (now - bucket.since) / NANOS * rate.perSecond();
    bucket.tokens = Math.min(rate.burst(), bucket.tokens + grown);
    bucket.since = now;
    return bucket;
  }

  private static final class Bucket {
    private double tokens;
    private long since;

    private Bucket(double tokens, long since) {
      this.tokens = tokens;
      this.since = since;
    }
  }
}
