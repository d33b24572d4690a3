// Loaded before a server's own code: answers whoever measures it.
process.on('message', () => process.send?.({ cpu: process.cpuUsage(), bytes: process.memoryUsage.rss() }))
process.on('disconnect', () => process.exit())
