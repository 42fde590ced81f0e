// Exceptions that fight back when they are read, and what they may say.
public static class Exceptions
{
    public static double Plain() => throw new InvalidOperationException("plain");

    public static double MessageHangs() => throw new Hanging();

    public static double MessageThrows() => throw new Throwing();

    public static double MessageRecurses() => throw new Recursive();

    public static double MessageIsNull() => throw new Silent();

    public static double MessageExits() => throw new Leaving();

    public static double LongMessage() => throw new InvalidOperationException(new string('x', 10_000_000));

    public static double EscapesInMessage() => throw new InvalidOperationException("\u001b[2J\u001b]0;owned\a<script>alert(1)</script>\u202egnp.exe\0\ud800\r\n::error::");

    public static double StackTraceThrows() => throw new Traceless();

    public static double DeepTrace() => Down(5_000);

    public static double Initializer() => Unready.Value;

    public static double InnerForEver()
    {
        var problem = new InvalidOperationException("innermost");
        for (var depth = 0; depth < 100_000; depth++) problem = new InvalidOperationException("outer", problem);
        throw problem;
    }

    public static double ManyTogether() => throw new AggregateException(Enumerable.Range(0, 10_000).Select(index => new InvalidOperationException($"number {index}")));

    public static double OwnOutOfMemory() => throw new OutOfMemoryException("pretended");

    public static double OwnTimeOut() => throw new TimeoutException("pretended");

    public static double OwnStackOverflow() => throw new StackOverflowException("pretended");

    public static double OwnBadImage() => throw new BadImageFormatException("pretended");

    public static double FirstChanceHangs()
    {
        AppDomain.CurrentDomain.FirstChanceException += (_, _) => { for (; ; ) { } };
        throw new InvalidOperationException("first chance");
    }

    public static double FirstChanceRecurses()
    {
        AppDomain.CurrentDomain.FirstChanceException += (_, _) => { try { throw new InvalidOperationException("again"); } catch { } };
        throw new InvalidOperationException("first chance");
    }

    public static double FilterHangs()
    {
        try { throw new InvalidOperationException(); }
        catch when (Forever()) { return 1; }
    }

    private static bool Forever() { for (; ; ) { } }

    private static double Down(int depth) => depth == 0 ? throw new InvalidOperationException("deep") : Down(depth - 1) + 1;

    private sealed class Hanging : Exception
    {
        public override string Message { get { for (; ; ) { } } }
    }

    private sealed class Throwing : Exception
    {
        public override string Message => throw new InvalidOperationException("no message");

        public override string ToString() => throw new InvalidOperationException("no text");
    }

    private sealed class Recursive : Exception
    {
        public override string Message => Message + Message;
    }

    private sealed class Silent : Exception
    {
        public override string Message => null!;
    }

    private sealed class Leaving : Exception
    {
        public override string Message { get { Environment.Exit(0); return ""; } }
    }

    private sealed class Traceless : Exception
    {
        public override string StackTrace => throw new InvalidOperationException("no trace");

        public override IDictionary Data => throw new InvalidOperationException("no data");

        public override Exception GetBaseException() => throw new InvalidOperationException("no base");
    }

    private static class Unready
    {
        public static readonly double Value = double.Parse("one");
    }
}
