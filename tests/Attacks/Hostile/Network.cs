// Ways out of the machine, and to its other processes. The port is put in when this is compiled.
public static unsafe class Network
{
    public static double Connect()
    {
        try
        {
            using var client = new System.Net.Sockets.TcpClient();
            client.Connect("127.0.0.1", PORT_OF_A_LISTENER);
            return 1;
        }
        catch (Exception problem) when (problem is System.Net.Sockets.SocketException or TypeInitializationException or IOException) { return 0; }
    }

    public static double Fetch()
    {
        try
        {
            using var client = new System.Net.Http.HttpClient { Timeout = TimeSpan.FromMilliseconds(200) };
            return client.GetStringAsync("http://127.0.0.1:PORT_OF_A_LISTENER/").Result.Length;
        }
        catch (Exception) { return 0; }
    }

    /// <summary>Connections to the listener that came about.</summary>
    public static double ConnectBySystemCall()
    {
        var socket = Kernel.Call(41, 2, 1, 0);
        if (socket < 0) return 0;
        var port = PORT_OF_A_LISTENER;
        byte[] address = [2, 0, (byte)(port >> 8), (byte)port, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
        fixed (byte* bytes = address) return Kernel.Done(Kernel.Call(42, socket, (nint)bytes, 16));
    }

    public static double Udp() => Kernel.Done(Kernel.Call(41, 2, 2, 0));

    public static double UnixSocket() => Kernel.Done(Kernel.Call(41, 1, 1, 0));

    public static double Netlink() => Kernel.Done(Kernel.Call(41, 16, 3, 0));

    public static double Vsock() => Kernel.Done(Kernel.Call(41, 40, 1, 0));

    public static double RawPacket() => Kernel.Done(Kernel.Call(41, 17, 3, 0)) + Kernel.Done(Kernel.Call(41, 2, 3, 1));

    public static double Tcp6() => Kernel.Done(Kernel.Call(41, 10, 1, 0));

    public static double CryptoSocket() => Kernel.Done(Kernel.Call(41, 38, 5, 0));

    public static double SocketPair()
    {
        var ends = stackalloc int[2];
        return Kernel.Done(Kernel.Call(53, 1, 1, 0, (nint)ends));
    }
}
