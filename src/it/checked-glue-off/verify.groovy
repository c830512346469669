def log = new File(basedir, 'build.log').text
def binding = 'dev.heapwright.system.SystemAllocator ' + heapwrightVersion
assert log.contains('[INFO] bound to ' + binding + ' (linked explicitly, checked)')
assert log.contains('[INFO] bound to ' + binding + ' (linked explicitly)')
assert log.readLines().findAll { it == 'bound to ' + binding + ' (linked explicitly)' }.size() == 2
assert !log.contains('[Heapwright/')
for (run in ['right', 'leak']) {
    def loaded = new File(basedir, "target/${run}.log").text
    assert loaded.contains('com.acme.checked_glue_off.heapwright.HeapwrightBinding')
    assert !loaded.contains('dev.heapwright.heap.checked.')
}
