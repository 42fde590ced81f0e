using System.CommandLine;
using System.CommandLine.Help;
using Grader.Exercises;
using Grader.Reporting;

namespace Grader.Commands;

/// <summary>One call of the program: finds the command, reads its options, runs it, and turns the end into an exit code.</summary>
public static class CommandLineRun
{
    public const string FaultReport =
        "This is a fault of the grader, not of your files. Please report it with the command you gave, "
        + "the file it was given, and the text below.";

    public static int Run(string[] arguments, Surroundings surroundings)
    {
        try
        {
            return Dispatch(arguments, surroundings);
        }
        catch (UnusableCallException problem)
        {
            surroundings.Error.WriteLine(TerminalText.Safe(problem.Message));
            if (problem.Hint is not null) surroundings.Error.WriteLine(TerminalText.Safe(problem.Hint));
            return ExitCode.Unusable;
        }
#pragma warning disable CA1031 // The last line of defence: whatever went wrong, the caller gets a sentence and exit code 3.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            surroundings.Error.WriteLine(FaultReport);
            surroundings.Error.WriteLine(fault);
            return ExitCode.Fault;
        }
    }

    private static int Dispatch(string[] arguments, Surroundings surroundings)
    {
        if (arguments is [] or ["-h" or "-?" or "--help" or "help"])
        {
            surroundings.Output.Write(Help.Overview());
            return arguments is [] ? ExitCode.Unusable : ExitCode.Well;
        }

        if (arguments is ["--version"])
        {
            surroundings.Output.WriteLine(typeof(CommandLineRun).Assembly.GetName().Version?.ToString(3));
            return ExitCode.Well;
        }

        if (arguments is ["help", var topic]) arguments = [topic, "--help"];
        return Invoke(Find(arguments), arguments, surroundings);
    }

    private static CommandRow Find(string[] arguments)
    {
        var position = 0;
        while (position < arguments.Length && arguments[position].StartsWith('-'))
        {
            position += arguments[position] == CommonOptions.ExercisesName ? 2 : 1;
        }

        if (position >= arguments.Length)
        {
            throw new UnusableCallException($"'{string.Join(' ', arguments)}' names no command.", Help.WhereToLook);
        }

        var name = arguments[position];
        return CommandTable.Rows.FirstOrDefault(row => row.Name == name)
            ?? throw new UnusableCallException(
                $"There is no command '{name}'.",
                Suggestion.For(name, CommandTable.Rows.Select(row => row.Name)));
    }

    private static int Invoke(CommandRow row, string[] arguments, Surroundings surroundings)
    {
        var command = row.Build(surroundings);
        command.Options.Add(new HelpOption { Action = new HelpWithExamples(row.Name) });
        var root = new Command("grader", "Grades worksheets on the mathematics of machine learning.") { CommonOptions.Exercises(), command };
        var call = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (call.Errors.Count > 0 && call.Action is not HelpWithExamples)
        {
            throw new UnusableCallException(
                string.Join(Environment.NewLine, call.Errors.Select(error => error.Message).Distinct()),
                $"'grader {row.Name} --help' shows how it is called, with examples.");
        }

        var invocation = new InvocationConfiguration
        {
            Output = surroundings.Output,
            Error = surroundings.Error,
            EnableDefaultExceptionHandler = false,

            // Null keeps System.CommandLine from installing a signal handler: work that can be taken up again handles Ctrl+C itself.
            ProcessTerminationTimeout = null,
        };
        return call.Invoke(invocation);
    }
}
