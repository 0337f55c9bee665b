using CreditKit.Tool;

LowPriority.For(args);
return await CommandLine.RunAsync(args, Console.Out, Console.Error).ConfigureAwait(false);
