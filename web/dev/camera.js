// For the mock alone: what a browser does with cameras and connections, drawn. Loaded before the client's
// own script; so its pages may be looked at without a camera, a microphone and a video server.
(() => {
  const drawn = new Map();

  /** The moving picture of somebody: a person at a desk, in a colour of the name's own. */
  function pictureOf(name) {
    if (drawn.has(name)) return drawn.get(name);
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
    const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
    const pen = canvas.getContext('2d');
    const skins = ['#a97c5f', '#8a6148', '#bd9071', '#7b5a45'];
    let beat = 0;
    const draw = () => {
      const sway = 3 * Math.sin(beat++ / 2);
      pen.fillStyle = `hsl(${hue} 18% 17%)`;
      pen.fillRect(0, 0, 640, 360);
      pen.fillStyle = `hsl(${hue} 14% 24%)`;
      for (const x of [0, 62, 124]) pen.fillRect(x, 0, 56, 230);
      for (const y of [46, 94, 142]) pen.fillRect(470, y, 170, 42);
      pen.fillStyle = '#756748';
      pen.beginPath();
      pen.ellipse(320 + sway, 372, 165, 130, 0, Math.PI, 2 * Math.PI);
      pen.fill();
      pen.fillStyle = skins[hue % 4];
      pen.fillRect(290 + sway, 190, 60, 70);
      pen.beginPath();
      pen.ellipse(320 + sway, 145, 58, 68, 0, 0, 2 * Math.PI);
      pen.fill();
      pen.fillStyle = '#191a21';
      pen.beginPath();
      pen.ellipse(320 + sway, 118, 62, 52, 0, Math.PI, 2 * Math.PI);
      pen.fill();
    };
    draw();
    setInterval(draw, 500);
    const [track] = canvas.captureStream(4).getVideoTracks();
    drawn.set(name, track);
    return track;
  }

  let silent;
  const quiet = () => {
    silent ??= new AudioContext().createMediaStreamDestination();
    return silent.stream.getAudioTracks()[0].clone();
  };

  class Connection {
    #senders = [];
    #receivers = new Map();
    connectionState = 'new';
    localDescription = null;
    remoteDescription = null;

    addTransceiver(track) {
      this.#senders.push({
        mid: String(this.#senders.length),
        sender: { track, replaceTrack: async () => undefined },
      });
    }
    getTransceivers() {
      return [...this.#senders, ...this.#receivers.values()];
    }
    createOffer = async () => ({ type: 'offer', sdp: '[]' });
    createAnswer = async () => ({ type: 'answer', sdp: '[]' });
    async setLocalDescription(description) {
      this.localDescription = description;
    }
    async setRemoteDescription(description) {
      this.remoteDescription = description;
      for (const { mid, medium, name } of JSON.parse(description.sdp)) {
        if (this.#receivers.has(mid)) continue;
        const track = medium === 'sound' ? quiet() : pictureOf(name).clone();
        this.#receivers.set(mid, { mid, sender: {}, receiver: { track } });
      }
      this.connectionState = 'connected';
      this.onconnectionstatechange?.();
    }
    getStats = async () => new Map();
    close() {
      this.connectionState = 'closed';
    }
  }

  const devices = [
    { kind: 'videoinput', deviceId: 'c1', label: 'Kamera depan' },
    { kind: 'audioinput', deviceId: 'm1', label: 'Mikrofon meja' },
  ];
  window.RTCPeerConnection = Connection;
  Object.defineProperty(navigator, 'mediaDevices', {
    value: Object.assign(new EventTarget(), {
      getUserMedia: async ({ audio }) =>
        new MediaStream([audio ? quiet() : pictureOf('Anda').clone()]),
      getDisplayMedia: async () => new MediaStream([pictureOf('Layar').clone()]),
      enumerateDevices: async () => devices,
    }),
  });
})();
