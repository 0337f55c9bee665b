using Spectre.Console;

namespace CreditKit.Tool.Output;

/// <summary>A progress bar on the terminal; silent where a program reads or the output is redirected.</summary>
internal static class Progress
{
    /// <summary>Runs work that reports a fraction from 0 to 1 (or null when it cannot know).</summary>
    public static T Run<T>(ToolContext context, string what, Func<Action<long, double?>, T> work)
    {
        if (context.Json || Console.IsErrorRedirected) return work((_, _) => { });

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) });
        return console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                var task = progress.AddTask(what);
                task.IsIndeterminate = true;
                return work((count, fraction) =>
                {
                    task.Description = $"{what} {count:N0}";
                    if (fraction is not { } part) return;
                    task.IsIndeterminate = false;
                    task.Value = Math.Clamp(part, 0, 1) * 100;
                });
            });
    }
}
