/*
 * The loops of the Java benchmarks over the same library, called from C: the target to reach.
 *
 * usage: loop <library or ""> <kind: malloc, mallocx, mimalloc> <what> <size> <threads>
 * prints the time of one operation in ns, that of the fastest of many rounds
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROUNDS = 30, ROUND_NS = 50 * 1000 * 1000, MIX = 1024, BLOCKS = 1000, BATCH = 100, BATCHES = 16, ENTRIES = 10000 };

typedef void *(*malloc_function)(size_t);
typedef void (*free_function)(void *);
typedef void *(*realloc_function)(void *, size_t);
typedef void *(*mallocx_function)(size_t, int);
typedef void (*sdallocx_function)(void *, size_t, int);
typedef void *(*rallocx_function)(void *, size_t, int);

static malloc_function m;
static free_function f;
static realloc_function r;
static mallocx_function mx;
static sdallocx_function sdx;
static rallocx_function rx;

static const char *what;
static size_t size;
static size_t mix[MIX];

static inline void *allocate(size_t bytes) { return mx ? mx(bytes, 0) : m(bytes); }
static inline void deallocate(void *block, size_t bytes) {
    if (mx) {
        sdx(block, bytes, 0);
    } else {
        f(block);
    }
}
static inline void *reallocate(void *block, size_t bytes) { return mx ? rx(block, bytes, 0) : r(block, bytes); }

static long now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000L + t.tv_nsec;
}

static void *ring[BATCH * BATCHES];
static int produced, consumed, done;

static void *consume(void *unused) {
    for (int batch = 0;;) {
        while (batch == __atomic_load_n(&produced, __ATOMIC_ACQUIRE)) {
            if (__atomic_load_n(&done, __ATOMIC_RELAXED)) {
                return NULL;
            }
            __builtin_ia32_pause();
        }
        void **first = ring + (batch & (BATCHES - 1)) * BATCH;
        for (int i = 0; i < BATCH; i++) {
            deallocate(first[i], size);
        }
        __atomic_store_n(&consumed, ++batch, __ATOMIC_RELEASE);
    }
}

/* Performs the operation many times, and returns how often. */
static long run(void) {
    static __thread void *blocks[BLOCKS];
    static __thread unsigned next;
    if (strcmp(what, "pair") == 0) {
        for (int i = 0; i < 1000; i++) {
            void *block = allocate(size);
            __asm__ volatile("" : : "r"(block) : "memory");
            deallocate(block, size);
        }
        return 1000;
    }
    if (strcmp(what, "mix") == 0) {
        for (int i = 0; i < 1000; i++) {
            size_t bytes = mix[next++ & (MIX - 1)];
            void *block = allocate(bytes);
            __asm__ volatile("" : : "r"(block) : "memory");
            deallocate(block, bytes);
        }
        return 1000;
    }
    if (strcmp(what, "batch") == 0) {
        for (int i = 0; i < BLOCKS; i++) {
            blocks[i] = allocate(size);
        }
        for (int i = 0; i < BLOCKS; i++) {
            deallocate(blocks[i], size);
        }
        return BLOCKS;
    }
    if (strcmp(what, "cache") == 0) {
        static __thread void *entries[ENTRIES];
        static __thread size_t sizes[ENTRIES];
        static __thread uint64_t random = 88172645463325252UL;
        for (int i = 0; i < 1000; i++) {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            size_t entry = (random >> 20 & 0xfffffff) % ENTRIES;
            if (entries[entry]) {
                deallocate(entries[entry], sizes[entry]);
            }
            sizes[entry] = 16 + (random & 511);
            entries[entry] = allocate(sizes[entry]);
        }
        return 1000;
    }
    if (strcmp(what, "handOver") == 0) {
        int batch = produced;
        while (batch - __atomic_load_n(&consumed, __ATOMIC_ACQUIRE) == BATCHES) {
            __builtin_ia32_pause();
        }
        void **first = ring + (batch & (BATCHES - 1)) * BATCH;
        for (int i = 0; i < BATCH; i++) {
            first[i] = allocate(size);
        }
        __atomic_store_n(&produced, batch + 1, __ATOMIC_RELEASE);
        return BATCH;
    }
    if (strcmp(what, "growth") == 0) {
        size_t bytes = 16;
        void *block = allocate(bytes);
        while (bytes < 1 << 20) {
            bytes *= 2;
            block = reallocate(block, bytes);
        }
        deallocate(block, bytes);
        return 1;
    }
    fprintf(stderr, "what is %s?\n", what);
    exit(2);
}

static void *measure(void *result) {
    double fastest = 1e18;
    for (int round = 0; round < ROUNDS; round++) {
        long operations = 0, start = now(), time;
        do {
            operations += run();
            time = now() - start;
        } while (time < ROUND_NS);
        double ns = (double) time / operations;
        fastest = ns < fastest ? ns : fastest;
    }
    *(double *) result = fastest;
    return NULL;
}

int main(int count, char **arguments) {
    if (count != 6) {
        return 2;
    }
    void *library = dlopen(arguments[1][0] ? arguments[1] : NULL, RTLD_NOW);
    if (!library) {
        fprintf(stderr, "%s\n", dlerror());
        return 1;
    }
    int mimalloc = strcmp(arguments[2], "mimalloc") == 0;
    if (strcmp(arguments[2], "mallocx") == 0) {
        mx = (mallocx_function) dlsym(library, "je_mallocx");
        sdx = (sdallocx_function) dlsym(library, "je_sdallocx");
        rx = (rallocx_function) dlsym(library, "je_rallocx");
    } else {
        m = (malloc_function) dlsym(library, mimalloc ? "mi_malloc" : "malloc");
        f = (free_function) dlsym(library, mimalloc ? "mi_free" : "free");
        r = (realloc_function) dlsym(library, mimalloc ? "mi_realloc" : "realloc");
    }
    what = arguments[3];
    size = strtoul(arguments[4], NULL, 10);
    int threads = atoi(arguments[5]);
    uint64_t state = 42;
    for (int i = 0; i < MIX; i++) {
        state = state * 6364136223846793005UL + 1442695040888963407UL;
        int power = 4 + (int) ((state >> 33) % 10);
        size_t base = 1UL << power;
        mix[i] = base + ((state >> 43) & (base - 1));
    }
    pthread_t running[16], consumer;
    double results[16];
    pthread_create(&consumer, NULL, consume, NULL);
    if (strcmp(what, "handOver") != 0) {
        __atomic_store_n(&done, 1, __ATOMIC_RELAXED);
        pthread_join(consumer, NULL);
    }
    for (int i = 0; i < threads; i++) {
        pthread_create(&running[i], NULL, measure, &results[i]);
    }
    double slowest = 0;
    for (int i = 0; i < threads; i++) {
        pthread_join(running[i], NULL);
        slowest = results[i] > slowest ? results[i] : slowest;
    }
    printf("%.3f\n", slowest);
    return 0;
}
