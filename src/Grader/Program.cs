using System.Text;
using Grader.Checking;
using Grader.Commands;

// UTF-8 without a byte order mark, whatever the machine's code page: formulas carry Greek letters.
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = !Console.IsOutputRedirected };
using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
using var input = new StreamReader(Console.OpenStandardInput(), utf8);

var terminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
var colour = terminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
var surroundings = new Surroundings(
    input,
    output,
    error,
    terminal,
    colour,
    AppContext.BaseDirectory,
    ClassSecret.FromText(Environment.GetEnvironmentVariable("GRADER_CLASS_SECRET")),
    TimeProvider.System)
{
    Interruptions = () => Interruption.BySignal(error),
};
return CommandLineRun.Run(args, surroundings);
