package dev.heapwright.linker.report;

import java.util.List;

/**
 * What a page is looked at on.
 *
 * @param device {@code phone} or {@code desk}
 * @param width in pixels
 * @param height in pixels
 * @param colors {@code light} or {@code dark}, as its owner prefers
 */
record Screen(String device, int width, int height, String colors) {
    static final Screen PHONE = new Screen("phone", 390, 844, "dark");
    static final Screen DESK = new Screen("desk", 1280, 800, "light");

    static List<Screen> all() {
        return List.of(PHONE, DESK, PHONE.in("light"), DESK.in("dark"));
    }

    private Screen in(String others) {
        return new Screen(device, width, height, others);
    }

    boolean isPhone() {
        return device.equals("phone");
    }

    /** {@return what a picture of a part of a page is called: {@code phone-dark-tree.png}} */
    String picture(String part) {
        return device + "-" + colors + "-" + part + ".png";
    }
}
