package com.example.httpcache;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * A client with its own connection. Of twenty requests, eleven are {@code GET}, eight {@code PUT} and one
 * {@code DELETE}, at random. Some keys are requested much more often than others. All bytes of a value are the same and
 * derived from its key, so that a wrong value is detected.
 */
final class Load implements Callable<Load.Count> {
    private static final int KEYS = 8_000;
    private static final int LARGEST_POWER = 16;

    private final URI uri;
    private final int requests;
    private final Random random;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private int gets;
    private int puts;
    private int deletes;

    Load(URI uri, int requests, long seed) {
        this.uri = uri;
        this.requests = requests;
        random = new Random(seed);
    }

    /** The number of requests of each kind. */
    record Count(int gets, int puts, int deletes) {}

    /**
     * Sends the requests, one after the other.
     *
     * @return the number of requests of each kind
     * @throws WrongAnswerException if an answer is not what the cache should return
     * @throws IOException if the server cannot be reached
     */
    @Override
    public Count call() throws IOException, InterruptedException {
        for (int i = 0; i < requests; i++) {
            // The square of a uniformly distributed number: the lower the number of a key, the more often it is
            // requested.
            double at = random.nextDouble();
            int key = (int) (at * at * KEYS);
            int kind = random.nextInt(20);
            if (kind < 11) {
                get(key);
            } else if (kind < 19) {
                put(key);
            } else {
                delete(key);
            }
        }
        return new Count(gets, puts, deletes);
    }

    private void get(int key) throws IOException, InterruptedException {
        gets++;
        HttpResponse<byte[]> response = client.send(request(key).GET().build(), BodyHandlers.ofByteArray());
        byte[] value = response.body();
        switch (response.statusCode()) {
            case 200 -> {
                if (value.length == 0 || Arrays.mismatch(value, filled(key, value.length)) >= 0) {
                    throw new WrongAnswerException("the value of another key for GET of " + key);
                }
            }
            case 404 -> {}
            default -> throw new WrongAnswerException(response.statusCode() + " for GET of " + key);
        }
    }

    private void put(int key) throws IOException, InterruptedException {
        puts++;
        // Each power of two up to 64 KiB has the same probability, and all sizes in between occur.
        int power = random.nextInt(7, LARGEST_POWER);
        byte[] value = filled(key, (1 << power) + random.nextInt(1 << power));
        HttpResponse<Void> response =
                client.send(request(key).PUT(BodyPublishers.ofByteArray(value)).build(), BodyHandlers.discarding());
        if (response.statusCode() != 204) {
            throw new WrongAnswerException(response.statusCode() + " for PUT of " + key);
        }
    }

    private void delete(int key) throws IOException, InterruptedException {
        deletes++;
        HttpResponse<Void> response = client.send(request(key).DELETE().build(), BodyHandlers.discarding());
        if (response.statusCode() != 204 && response.statusCode() != 404) {
            throw new WrongAnswerException(response.statusCode() + " for DELETE of " + key);
        }
    }

    private HttpRequest.Builder request(int key) {
        return HttpRequest.newBuilder(uri.resolve(Integer.toString(key)));
    }

    private static byte[] filled(int key, int length) {
        byte[] value = new byte[length];
        Arrays.fill(value, (byte) key);
        return value;
    }
}
