// Every way to say something, rightly or not. The layout of a reply is known to an attacker, and so to this file.
public static unsafe class Output
{
    public static double FloodStandardOutput()
    {
        var text = new string('x', 10_000);
        for (; ; ) Console.Write(text);
    }

    public static double FloodStandardError()
    {
        var text = new string('x', 10_000);
        for (; ; ) Console.Error.Write(text);
    }

    public static double FloodByDescriptor()
    {
        fixed (byte* bytes = new byte[65536])
            for (; ; ) Kernel.Call(1, 1, (nint)bytes, 65536);
    }

    public static double FewPrints()
    {
        Console.WriteLine("half way");
        Console.Error.WriteLine("to the end");
        Console.Out.Flush();
        return 7;
    }

    public static double ManyPrints()
    {
        for (var line = 0; line < 20_000; line++) Console.WriteLine($"line {line}");
        return 7;
    }

    public static double PrintEscapes()
    {
        Console.WriteLine("\u001b[2J\u001b]0;owned\a<script>alert(1)</script>\u202egnp.exe\u0000\ud800");
        return 7;
    }

    /// <summary>How many characters could be read.</summary>
    public static double ReadInput() => Console.In.ReadToEnd().Length;

    public static double ReadInputByDescriptor()
    {
        var bytes = stackalloc byte[64];
        return Kernel.Call(0, 0, (nint)bytes, 64);
    }

    // The requests, too: the grader's next one would be lost.
    public static double ReadEveryDescriptor()
    {
        var bytes = stackalloc byte[64];
        var sum = 0.0;
        for (var descriptor = 0; descriptor < 3; descriptor++) sum += Math.Max(0, Kernel.Call(0, descriptor, (nint)bytes, 64));
        return sum;
    }

    public static double CloseEveryDescriptor()
    {
        for (var descriptor = 0; descriptor < 1024; descriptor++) Kernel.Call(3, descriptor);
        return 7;
    }

    public static double ConsoleReplaced()
    {
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        Console.SetIn(TextReader.Null);
        return 7;
    }

    public static double DescriptorsReplaced()
    {
        // Every descriptor leads to the pipe of prints.
        for (var descriptor = 0; descriptor < 64; descriptor++) if (descriptor != 2) Kernel.Call(33, 2, descriptor);
        return 7;
    }

    public static double GarbageOnEveryDescriptor() => Everywhere(Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\n\r\n"));

    public static double HugeLengthOnEveryDescriptor() => Everywhere([0xff, 0xff, 0xff, 0x7f]);

    public static double NegativeLengthOnEveryDescriptor() => Everywhere([0xff, 0xff, 0xff, 0xff]);

    public static double EmptyFrameOnEveryDescriptor() => Everywhere([0, 0, 0, 0]);

    public static double HalfAFrameOnEveryDescriptor() => Everywhere([100, 0, 0, 0, 19]);

    // As long as a frame may be, and never finished.
    public static double EndlessFrameOnEveryDescriptor()
    {
        Everywhere([0, 0, 0, 1]);
        for (; ; ) { }
    }

    public static double UnknownTagOnEveryDescriptor() => Everywhere(Framed([200, 1, 2, 3]));

    public static double ReplyWithoutNonceOnEveryDescriptor() => Everywhere(Framed(Returned(nonce: 0, value: 42)));

    public static double DeepCellsOnEveryDescriptor(double magic)
    {
        var payload = new List<byte> { 19 };
        payload.AddRange(BitConverter.GetBytes(NonceBefore(magic)));
        for (var depth = 0; depth < 5_000; depth++) payload.AddRange([8, 1, 0, 0, 0, 0, 0, 0, 0]);
        return Everywhere(Framed([.. payload]));
    }

    public static double LyingCountOnEveryDescriptor(double magic)
    {
        var payload = new List<byte> { 19 };
        payload.AddRange(BitConverter.GetBytes(NonceBefore(magic)));
        payload.AddRange([5, 0xff, 0xff, 0xff, 0x7f]);
        return Everywhere(Framed([.. payload]));
    }

    // Right in every byte: an answer like any other, whatever the method goes on to do.
    public static double ForgedReply(double magic)
    {
        Everywhere(Framed(Returned(NonceBefore(magic), 42)));
        for (; ; ) { }
    }

    // The true reply stands behind the forged one, and must not be taken for the reply to the next question.
    public static double ForgedReplyThenValue(double magic)
    {
        Everywhere(Framed(Returned(NonceBefore(magic), 42)));
        return 7;
    }

    /// <summary>1 if the question could be found in memory.</summary>
    public static double FindsTheNonce(double magic) => NonceBefore(magic) == 0 ? 0 : 1;

    private static byte[] Returned(ulong nonce, double value)
    {
        byte[] payload = [19, .. BitConverter.GetBytes(nonce), 1, .. BitConverter.GetBytes(value), 0, 0, 0, 0];
        return payload;
    }

    private static byte[] Framed(byte[] payload) => [.. BitConverter.GetBytes(payload.Length), .. payload];

    private static double Everywhere(byte[] bytes)
    {
        var written = 0;
        fixed (byte* start = bytes)
        {
            for (var descriptor = 0; descriptor < 64; descriptor++)
            {
                if (descriptor is 1 or 2) continue;
                if (Kernel.Call(1, descriptor, (nint)start, bytes.Length) > 0) written++;
            }
        }

        return written;
    }

    // The request that carried the argument still lies in the heap below this object: tag, nonce, method, count, tag, argument.
    private static ulong NonceBefore(double magic)
    {
        var wanted = BitConverter.DoubleToInt64Bits(magic);
        var here = new object();
        var end = *(nint*)Unsafe.AsPointer(ref here);
        var start = end & ~(nint)0x3FFFFF;
        for (var place = end - 64; place > start + 4096; place--)
        {
            if (*(long*)place != wanted) continue;
            var payload = (byte*)place - 18;
            if (payload[0] == 2 && *(int*)(payload + 13) == 1 && payload[17] == 1) return *(ulong*)(payload + 1);
        }

        return 0;
    }
}
