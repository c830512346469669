def log = new File(basedir, 'build.log').text
def message = """[Heapwright/TwoBindings] com.acme:app has 2 dependencies that are bound already, a program's heap is bound once
    dev.heapwright.system.SystemAllocator  bound in com.acme:app -> com.acme:first:1.0
    dev.heapwright.system.SystemAllocator  bound in com.acme:app -> com.acme:second:1.0
  help: depend on one of them only, or have the other built as a library: without glue
  more: mvn heapwright:explain -Did=TwoBindings"""
assert log.normalize().contains(message)
